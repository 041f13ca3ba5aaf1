import { redirect } from 'next/navigation'

export default async function FirstPage({ params }: PageProps<'/[newsroom]'>) {
  redirect(`/${(await params).newsroom}/articles`)
}
