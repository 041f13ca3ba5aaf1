'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { QuickSelect } from '../../ui/instant-select'

/** A list of which each choice leads to an address; without a script it is a field of the form around it. */
export function LinkSelect({
  name,
  label,
  isLabelShown = true,
  value,
  options,
}: {
  name: string
  label: string
  /** Left out of sight where the choices say by themselves what is chosen. */
  isLabelShown?: boolean
  value: string
  options: readonly { value: string; label: string; href: string }[]
}) {
  const router = useRouter()
  const id = useId()
  return (
    <div className="link-select">
      <label htmlFor={id} className={isLabelShown ? 'quiet' : 'visually-hidden'}>
        {label}
      </label>
      <QuickSelect
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        onChoose={(chosen) => {
          const option = options.find((one) => one.value === chosen)
          if (option) router.push(option.href, { scroll: false })
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </QuickSelect>
    </div>
  )
}
