'use client'

import { useId } from 'react'
import type { UsedEncoding } from '@/lib/importing/encoding/decode'
import { ENCODINGS, type EncodingName } from '@/lib/importing/encoding/encodings'

/** In which encoding a file was read, and how that is known, to be changed where it can be read again. */
export function EncodingField({
  name,
  from,
  onName,
}: {
  name: EncodingName
  from: UsedEncoding['from']
  onName?: (name: EncodingName) => void
}) {
  const id = useId()
  return (
    <div className="account-kind">
      <h3>
        <label htmlFor={id}>Encoding of the file</label>{' '}
        <span className={from === 'guessed' ? 'account-guess' : 'account-known quiet'}>
          · {KNOWN_BY[from]}
        </span>
      </h3>
      <select
        id={id}
        value={name}
        disabled={!onName}
        onChange={({ target }) => onName?.(target.value as EncodingName)}
      >
        {Object.entries(ENCODINGS).map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

const KNOWN_BY: Record<UsedEncoding['from'], string> = {
  chosen: 'as you chose',
  mark: 'its first bytes say so',
  declared: 'the file says so',
  bytes: 'all of its bytes fit',
  guessed: 'a guess: look whether the letters are right',
}
