import type { ColumnTypes, Migration } from "./migration.ts";

/** Which messages have links. All are gone through again; what finds them finds them meanwhile. */
export const links: Migration = {
  name: "0007-links",
  statements: ({ whole }: ColumnTypes) => [
    `alter table search_documents add column has_link ${whole}`,
    "create index search_documents_links on search_documents (room_id, seq) where has_link is not null",
    "delete from search_progress",
  ],
};
