/** Something was asked about and is not as it should be; it has been said already. */
export class Findings extends Error {}
