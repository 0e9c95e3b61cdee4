import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  /** `primary` is the one filled button of a view; `stop` for acts that end something; `link` looks like a link. */
  variant?: 'primary' | 'quiet' | 'stop' | 'link'
  wide?: boolean
  icon?: IconName
  children: ReactNode
}

function lookClass({ variant = 'primary', wide }: Pick<Look, 'variant' | 'wide'>) {
  return cx('btn', variant !== 'primary' && `btn--${variant}`, wide && 'btn--wide')
}

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'children'>

/** A button that submits its form unless `type` says otherwise. Its words are verb and object. */
export function Button({ variant, wide, icon, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={lookClass({ variant, wide })}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type ButtonLinkProps = Look & { href: string } & Omit<
    AnchorHTMLAttributes<HTMLAnchorElement>,
    'className' | 'style' | 'children'
  >

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ variant, wide, icon, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={lookClass({ variant, wide })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
