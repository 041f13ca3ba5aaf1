'use client'

export function LogOutButton() {
  async function logOut() {
    const { signOut } = await import('next-auth/react')
    await signOut({ callbackUrl: '/log-in' })
  }
  return (
    <button type="button" onClick={logOut}>
      Log out
    </button>
  )
}
