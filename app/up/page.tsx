/** Says that the server answers, for whoever watches over it. It asks nothing of the database. */
export default function UpPage() {
  return <p>up</p>
}
