import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Field, fieldProps } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { useUiText } from './ui-text.tsx'

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'size' | 'id' | 'type'> & {
  label: string
  hint?: ReactNode
  error?: string | undefined
}

/** A password with a switch to read what one wrote. Pasting is allowed, so that password stores work. */
export function PasswordField({ label, hint, error, className, ...input }: PasswordFieldProps) {
  const text = useUiText()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field
      {...fieldProps({ label, hint, error, className })}
      control={(bound) => (
        <div className={styles.withButton}>
          <input
            {...input}
            {...bound}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            autoCorrect="off"
            className={classNames(styles.control, styles.lg)}
          />
          <span className={styles.inside}>
            <IconButton
              label={shown ? text.hidePassword : text.showPassword}
              icon={<Icon size={20} aria-hidden />}
              onClick={() => setShown(!shown)}
            />
          </span>
        </div>
      )}
    />
  )
}
