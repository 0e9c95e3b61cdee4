import { SUGGESTION_SOURCES, type SuggestionSource, type TermSuggestions } from '#app/domain/practice/terms.ts'
import { termsText } from '#app/i18n/practice-terms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import type { Language } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { FieldGroup, Pick } from '../../ui/choice.tsx'
import { Fold } from '../../ui/fold.tsx'
import type { FormReplyFields } from '../../ui/form-reply.ts'

type Props = { lang: Language; suggestions: TermSuggestions[Language] | undefined; form: FormReplyFields }

/** Terms to tick, by where they come from; what is ticked joins the list when the form is sent. */
export function TermSuggestionsPicks({ lang, suggestions, form }: Props) {
  const t = useText(termsText)
  const sources = SUGGESTION_SOURCES.filter((source) => suggestions?.[source].length)
  if (!suggestions || sources.length === 0) return <p className="dim">{t.suggestionsNone}</p>
  const { name, defaultValue } = form.list(lang === 'id' ? 'addId' : 'addEn')
  return (
    <div>
      <h3 className="h-m">{t.suggestions[lang]}</h3>
      <p className="hint">{t.suggestionsNote}</p>
      {sources.map((source, index) => (
        <Fold key={source} summary={t.source[source]} note={suggestions[source].length} open={index === 0}>
          <FieldGroup name={name} id={`${name}-${source}`} label={t.source[source]} hideLabel>
            <ul className="index">
              {suggestions[source].map(({ term, count }) => (
                <li key={term}>
                  <Pick
                    name={name}
                    value={term}
                    defaultChecked={defaultValue.includes(term)}
                    label={<span lang={lang}>{term}</span>}
                    count={count === null ? undefined : countOf(source, count)}
                  />
                </li>
              ))}
            </ul>
          </FieldGroup>
        </Fold>
      ))}
      <p className="acts mt-4">
        <Button variant="quiet">{t.add}</Button>
      </p>
    </div>
  )

  function countOf(source: SuggestionSource, count: number) {
    return source === 'searched' ? t.times(count) : t.practices(count)
  }
}
