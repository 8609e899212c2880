import { type ComponentType, use, useMemo } from "react";
import { screens } from "./en/screens.ts";
import { CatalogueContext } from "./use-words.ts";

/** A screen with all words around it: English ones where the language's own are not there already. */
export function withScreenWords<Props extends object>(Screen: ComponentType<Props>): ComponentType<Props> {
  return function WithScreenWords(props: Props) {
    const first = use(CatalogueContext);
    const whole = useMemo(() => ({ ...first, words: { ...screens, ...first.words } }), [first]);
    return (
      <CatalogueContext value={whole}>
        <Screen {...props} />
      </CatalogueContext>
    );
  };
}
