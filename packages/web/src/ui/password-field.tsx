import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./button.tsx";
import { TextField, type TextFieldProps } from "./text-field.tsx";

export interface PasswordFieldProps extends Omit<TextFieldProps, "type" | "after"> {
  /** Names of the button that shows and hides what was typed. */
  showLabel: string;
  hideLabel: string;
}

export function PasswordField({ showLabel, hideLabel, ...rest }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      dir="ltr"
      {...rest}
      type={isShown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="off"
      after={
        <IconButton
          isSmall
          label={isShown ? hideLabel : showLabel}
          icon={isShown ? <EyeOff size={18} /> : <Eye size={18} />}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
