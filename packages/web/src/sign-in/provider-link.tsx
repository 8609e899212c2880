import styles from "./entry-form.module.css";
import { browserSession } from "./server.ts";

export interface ProviderLinkProps {
  /** What the button of the provider says. */
  label: string;
  /** Where to come back to: a path of this server. */
  to: string;
  invitation?: string;
}

/** Out to the account of another house, and back. It leaves this page, so it is a link. */
export function ProviderLink({ label, to, invitation }: ProviderLinkProps) {
  const query = new URLSearchParams({
    to,
    device: browserSession().device,
    ...(invitation !== undefined && { invitation }),
  });
  return (
    <a className={styles.provider} href={`/auth/oidc/start?${query}`}>
      {label}
    </a>
  );
}
