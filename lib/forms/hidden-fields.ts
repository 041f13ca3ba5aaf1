/** Fields by which a page says of a form what no person typed. */

/** The page brings itself up to date: what the form changes is then no reason to make the page anew. */
export const FOLLOWS = '$follows'

/** The id of the user whose page it is: nobody else, logged in later in the same browser, is taken for who sent it. */
export const PAGE_OF = '$page-of'
