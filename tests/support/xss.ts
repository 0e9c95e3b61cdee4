/** What calls it was put into a page by somebody else's text. */
const CALL = 'xss()'

const VECTORS = [
  `<script>${CALL}</script>`,
  `<script src=data:text/javascript,${CALL}></script>`,
  `<ScRiPt>${CALL}</sCrIpT>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<script\x20type=module>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<img src=x onerror="${CALL}">`,
  `<img/src=x/onerror=${CALL}//`,
  `<img src="x\`onerror=${CALL}">`,
  `<image href=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${CALL}"><text>klik</text></a></svg>`,
  `<svg><foreignObject><img src=x onerror=${CALL}></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `<body onload=${CALL}>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<object data="javascript:${CALL}"></object>`,
  `<embed src="javascript:${CALL}">`,
  `<input autofocus onfocus=${CALL}>`,
  `<select autofocus onfocus=${CALL}>`,
  `<textarea autofocus onfocus=${CALL}>`,
  `<button autofocus onfocus=${CALL}>`,
  `<details open ontoggle=${CALL}>`,
  `<video><source onerror=${CALL}></video>`,
  `<video src=x onerror=${CALL}></video>`,
  `<audio src=x onerror=${CALL}>`,
  `<marquee onstart=${CALL}>`,
  `<div style="animation:a 1s" onanimationstart=${CALL}><style>@keyframes a{}</style>`,
  `<style>@import 'javascript:${CALL}';</style>`,
  `<link rel=stylesheet href="javascript:${CALL}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<base href="javascript:${CALL}//">`,
  `<form action="javascript:${CALL}"><button autofocus>kirim</button></form>`,
  `<a href="javascript:${CALL}">klik</a>`,
  `<a href="java&#x09;script:${CALL}">klik</a>`,
  `javascript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `<isindex type=image src=x onerror=${CALL}>`,
  `<keygen autofocus onfocus=${CALL}>`,
  `<p id=x tabindex=1 autofocus onfocusin=${CALL}>`,
  `&lt;img src=x onerror=${CALL}&gt;`,
  `\\u003cimg src=x onerror=${CALL}\\u003e`,
  `\u2028\u2029<img src=x onerror=${CALL}>`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<template><img src=x onerror=${CALL}></template>`,
]

/** Ways out of what a text may stand in: an element, an attribute, a text area, a script, a comment. */
const WAYS_OUT = ['', '">', `'>`, '</textarea></title></script></style>-->']

/** Two hundred texts that would run if one page forgot to escape one of them. */
export const XSS_PAYLOADS: readonly string[] = WAYS_OUT.flatMap((out) => VECTORS.map((vector) => out + vector))

/** Stands for a text in the content of a test, to be filled in. */
export const TEXT = '§'

/** A copy in which each text (also the name of an entry) is what `next` says. */
export function filledIn<T>(value: T, next: () => string): T {
  if (value === TEXT) return next() as T
  if (Array.isArray(value)) return value.map((one) => filledIn(one, next)) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key === TEXT ? next() : key, filledIn(one, next)]),
  ) as T
}
