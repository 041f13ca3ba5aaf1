/** The id of the element that shows an entry of the log. */
export const idOfLine = (seq: number) => `entry-${seq}`
