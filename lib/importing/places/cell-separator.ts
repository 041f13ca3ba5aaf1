/** What stands between the cells of a table's row, which are one block; an empty cell keeps its place between two. */
export const CELL_SEPARATOR = ' | '
