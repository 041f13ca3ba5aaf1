/** Where the demonstration's draft in Word is; null outside of the demonstration, which alone has one. */
export const demoDraft = () => process.env.STET_DEMO_DRAFT || null
