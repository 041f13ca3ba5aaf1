import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { SESSION_SECONDS } from '@/lib/db/newsroom/sessions'
import { logOut } from './log-in'
import { logInByTicket, logInHere } from './log-in-here'

declare module 'next-auth' {
  interface Session {
    /** The log-in's row in the database, which alone says whether it still holds. */
    sessionId: string
  }
  interface User {
    sessionId?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string
  }
}

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/log-in', error: '/log-in' },
  providers: [
    Credentials({ credentials: { email: {}, password: {}, code: {} }, authorize: logInHere }),
    Credentials({ id: 'openid', credentials: { code: {} }, authorize: logInByTicket }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      sessionId: token.sessionId ?? '',
    }),
  },
  events: {
    async signOut({ token }) {
      if (token?.sessionId) await logOut(token.sessionId)
    },
  },
}
