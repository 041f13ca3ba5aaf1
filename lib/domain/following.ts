/**
 * The field by which a page says of a form that it brings itself up to date: what the form changes is
 * then no reason to make the page anew.
 */
export const FOLLOWS = '$follows'
