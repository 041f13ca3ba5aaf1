import { ShownOnce } from '../../forms/shown-once'

/** The secret that signs, to be copied now or never. */
export function WebhookSecret({ secret, host }: { secret: string; host: string }) {
  return (
    <ShownOnce
      label={`Secret for ${host}`}
      hint="Whoever receives the deliveries verifies them with it. It is shown only here and now."
      value={secret}
    />
  )
}
