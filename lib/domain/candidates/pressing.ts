/** What calls less for a check than this is not proposed: most of it is names and passing remarks. */
export const PRESSING = 0.39
