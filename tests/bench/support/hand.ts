import type { Locator, Page } from 'playwright'

/** How long a practised but unhurried hand takes, in seconds, rather too long than too short. */
export type Pace = {
  /** To read a label, find a button or a field and hit it. */
  tap: number
  /** One key. */
  key: number
  /** To go over to the proposal, select a section, copy it and come back. */
  copy: number
  /** Touches that copying takes, and that pasting takes. */
  copyTouches: number
  paste: number
  pasteTouches: number
  /** To move the page by most of a screen. */
  scroll: number
  /** To take in a new page. */
  look: number
}

export const PACES = {
  laptop: { tap: 2, key: 0.3, copy: 10, copyTouches: 3, paste: 1, pasteTouches: 1, scroll: 0.8, look: 2.5 },
  phone: { tap: 2, key: 0.5, copy: 16, copyTouches: 6, paste: 3, pasteTouches: 2, scroll: 1, look: 3 },
} as const satisfies Record<string, Pace>

/** Does on a page what a person does, and counts touches and the time that the person and the pages take. */
export class Hand {
  touches = 0
  keys = 0
  private seconds = 0
  private machineMs = 0

  constructor(
    readonly page: Page,
    private readonly pace: Pace,
  ) {}

  /** Minutes of the person and of the pages together. */
  get minutes(): number {
    return (this.seconds + this.machineMs / 1000) / 60
  }

  get waited(): number {
    return this.machineMs / 1000
  }

  /** A step after which the hand waits for the page. */
  private async wait<T>(act: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const result = await act()
    this.machineMs += performance.now() - started
    return result
  }

  /** Brings something into view with as many strokes as it is away. */
  private async reach(target: Locator): Promise<void> {
    await this.wait(() => target.waitFor())
    const strokes = await target.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      const bar = document.querySelector('.savebar')?.getBoundingClientRect()
      const covered =
        bar && !element.closest('.savebar') && bar.top < window.innerHeight ? window.innerHeight - bar.top : 0
      const room = window.innerHeight - covered
      // A field that is taller than the screen is reached with its first lines.
      const low = Math.min(bottom, top + 80)
      const away = top < 0 ? -top : low > room ? low - room : 0
      window.scrollBy(0, top < 0 ? top - 20 : low > room ? low - room + 20 : 0)
      return Math.ceil(away / (room * 0.75))
    })
    this.touches += strokes
    this.seconds += strokes * this.pace.scroll
  }

  async tap(target: Locator): Promise<void> {
    await this.reach(target)
    this.touches += 1
    this.seconds += this.pace.tap
    await target.click()
  }

  /** A tap that leads to another page. */
  async go(target: Locator, url: RegExp): Promise<void> {
    await this.tap(target)
    await this.wait(() => this.page.waitForURL(url))
    this.seconds += this.pace.look
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tap(target)
    this.keys += text.length
    this.seconds += text.length * this.pace.key
    await target.fill(text)
  }

  async paste(target: Locator, text: string): Promise<void> {
    await this.tap(target)
    this.touches += this.pace.copyTouches + this.pace.pasteTouches
    this.seconds += this.pace.copy + this.pace.paste
    await target.evaluate((element, clipboard) => {
      // As the clipboard does it: at the caret, with the event that pages listen to.
      element.focus()
      document.execCommand('insertText', false, clipboard)
    }, text)
  }

  /** Opens a list and takes one of its entries. */
  async choose(target: Locator, label: string): Promise<void> {
    await this.tap(target)
    this.touches += 1
    this.seconds += this.pace.tap
    await target.selectOption({ label })
  }
}
