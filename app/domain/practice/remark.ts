/** How far a remark of a reviewer is: what its writers say, and whether a reviewer agreed. */
type Progress = { required: boolean; addressedAt: Date | null; resolvedAt: Date | null }

/** A remark that must be dealt with, and of which nobody has said that it is. */
export const isUnticked = ({ required, addressedAt, resolvedAt }: Progress) => required && !addressedAt && !resolvedAt
