import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { Stages } from '../../../scripts/boot/stages.mjs'
import { explain, StartError } from '../../../scripts/boot/start-error.mjs'

function collect() {
  const out = new PassThrough()
  const stages = new Stages(9, out as unknown as NodeJS.WriteStream)
  return { stages, text: () => String(out.read() ?? '') }
}

describe('a stage', () => {
  test('is one line with number, title, note and time', async () => {
    const { stages, text } = collect()
    await stages.run('packages', () => ({ note: 'unchanged' }))
    await stages.run('schema', () => undefined)
    expect(text()).toMatch(/^\[ 1\/9\] packages … unchanged, \d+\.\d s\n\[ 2\/9\] schema … \d+\.\d s\n$/)
  })

  test('that fails says so on its line and passes the failure on', async () => {
    const { stages, text } = collect()
    const work = stages.run('database', () => Promise.reject(new StartError('no')))
    await expect(work).rejects.toThrow('no')
    expect(text()).toMatch(/^\[ 1\/9\] database … failed after \d+\.\d s\n$/)
  })
})

describe('explain', () => {
  test('gives what is wrong and what to do, without a stack', () => {
    expect(explain(new StartError('Port 3000 is taken.', 'Choose another.'))).toBe(
      'Stopped: Port 3000 is taken.\n  What to do: Choose another.',
    )
  })

  test.each([
    ['the file system', Object.assign(new Error('write'), { code: 'ENOSPC' })],
    ['PostgreSQL', Object.assign(new Error('could not extend file'), { code: '53100' })],
    ['a cause below', new Error('Failed query', { cause: Object.assign(new Error('x'), { code: '53100' }) })],
  ])('recognises a full disk by %s', (_, error) => {
    expect(explain(error)).toMatch(/^Stopped: the disk is full\.\n {2}What to do: free some space/)
  })

  test('keeps the stack of what nobody foresaw', () => {
    expect(explain(new TypeError('x is not a function'))).toMatch(/unexpected failure[\s\S]*stages\.test\.ts/)
  })
})
