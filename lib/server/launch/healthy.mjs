/** Ends with 0 where the web process of this machine answers, for whatever starts it again if it does not. */

const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`).catch(
  () => null,
)
process.exit(answer?.ok ? 0 : 1)
