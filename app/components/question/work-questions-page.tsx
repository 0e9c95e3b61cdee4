import type { readWorkQuestions } from '#app/domain/question/read-questions.server.ts'
import { questionText } from '#app/i18n/question.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ChoiceChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'

type View = Awaited<ReturnType<typeof readWorkQuestions>>

const SHORT = 120
const short = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text)

/** Questions to answer, or to watch over. */
export function WorkQuestionsPage({ questions, counts, view, page, pageSize, total, isOwner }: View) {
  const t = questionText(useLang()).list
  return (
    <>
      <PageHead title={t.title}>{isOwner ? t.ownerLead : t.hubLead}</PageHead>
      <div className="mb-5">
        <ChoiceChips
          label={t.views}
          chips={(['open', 'answered', 'hidden'] as const).map((key) => ({
            key,
            label: t.count(t.view[key], counts[key]),
            href: paths.workQuestions({ view: key === 'open' ? undefined : key }),
            current: key === view,
          }))}
        />
      </div>
      {questions.length === 0 ? (
        <Empty title={t.empty}>{t.emptyNote}</Empty>
      ) : (
        <Table
          caption={<span className="vh">{t.title}</span>}
          hot
          rows={questions}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t.question,
              header: true,
              headClassName: 'w-45',
              cell: ({ id, question }) => <a href={paths.workQuestion(id)}>{short(question)}</a>,
            },
            { head: t.practice, cell: ({ titleId, brand }) => titleId ?? brand },
            { head: t.asker, cell: ({ asker }) => asker },
            {
              head: t.asked,
              cell: ({ askedAt, isSilent }) => (
                <>
                  <When at={askedAt} /> {isSilent && <Tag tone="warn">{t.silent}</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={(n) => paths.workQuestions({ view: view === 'open' ? undefined : view, page: n })}
      />
    </>
  )
}
