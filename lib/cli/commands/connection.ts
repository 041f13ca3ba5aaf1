/** Loaded only by what asks the database: the rest of the command line needs no client of it. */

export { disconnect } from '../../db/client'
