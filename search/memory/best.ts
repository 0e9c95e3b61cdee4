/**
 * The `count` first of some numbers in the order of `compare` (a strict total order), sorted. A heap of the best so
 * far: the whole is never sorted for one page.
 */
export function firstOf(items: Int32Array, count: number, compare: (a: number, b: number) => number): number[] {
  if (count <= 0) return []
  if (count >= items.length) return [...items].sort(compare)
  const heap: number[] = []
  const sinks = (at: number) => {
    for (;;) {
      const left = 2 * at + 1
      let worst = at
      if (left < heap.length && compare(heap[left]!, heap[worst]!) > 0) worst = left
      if (left + 1 < heap.length && compare(heap[left + 1]!, heap[worst]!) > 0) worst = left + 1
      if (worst === at) return
      ;[heap[at], heap[worst]] = [heap[worst]!, heap[at]!]
      at = worst
    }
  }
  const rises = (at: number) => {
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (compare(heap[at]!, heap[parent]!) <= 0) return
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }
  for (const item of items) {
    if (heap.length < count) {
      heap.push(item)
      rises(heap.length - 1)
    } else if (compare(item, heap[0]!) < 0) {
      heap[0] = item
      sinks(0)
    }
  }
  return heap.sort(compare)
}
