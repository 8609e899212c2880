/** Schemas as tables of fields that a person can read. */
import * as contract from "@parley/contract";
import { z } from "zod";

interface JsonSchema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** The schemas that have a section of their own, by the name of their export. */
export const namedSchemas = new Map<string, z.ZodType>(
  Object.entries(contract)
    .flatMap(([name, value]) => (name.endsWith("Schema") && isCompound(value) ? [[name, value] as const] : []))
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);

const registry = z.registry<{ id: string }>();
for (const [name, schema] of namedSchemas) registry.add(schema, { id: titleOf(name) });

function isCompound(value: unknown): value is z.ZodType {
  return value instanceof z.ZodObject || value instanceof z.ZodDiscriminatedUnion || value instanceof z.ZodEnum;
}

/** `roomStateSchema` → `RoomState`. */
export function titleOf(name: string): string {
  return `${name[0]?.toUpperCase()}${name.slice(1).replace(/Schema$/, "")}`;
}

export type Comment = (field: string) => string | undefined;

/** A table of the fields, or one line for what is no object. `isDefinition`: spell the schema out though it has a name. */
export function tableOf(
  schema: z.ZodType,
  comment: Comment,
  { io = "output" }: { io?: "input" | "output" } = {},
): string {
  const whole = z.toJSONSchema(schema, { metadata: registry, io, unrepresentable: "any" }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  const own = whole.$ref?.startsWith("#/$defs/") ? whole.$defs?.[whole.$ref.slice(8)] : whole;
  return describe(own ?? whole, comment);
}

/** The same, or a link if the schema has a name. */
export function mentionOf(schema: z.ZodType, comment: Comment): string {
  const id = registry.get(schema)?.id;
  return id === undefined ? tableOf(schema, comment) : linkTo(id);
}

function describe(schema: JsonSchema, comment: Comment): string {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants !== undefined) return variants.map((variant) => describe(variant, comment)).join("\n\nor\n\n");
  if (schema.type !== "object") return `${typeOf(schema)}.`;
  const rows = rowsOf(schema, "", comment);
  return rows.length === 0 ? "No fields." : ["| field | type | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function rowsOf(schema: JsonSchema, prefix: string, comment: Comment): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    const fallback = field.default === undefined ? "" : `, else \`${JSON.stringify(field.default)}\``;
    const optional = isRequired || field.default !== undefined ? "" : ", may be absent";
    const row = `| \`${prefix}${name}\` | ${typeOf(field)}${fallback}${optional} | ${comment(name) ?? ""} |`;
    const inner = field.type === "array" ? (field.items ?? {}) : field;
    const isNested = inner.type === "object" && inner.$ref === undefined;
    return isNested
      ? [row, ...rowsOf(inner, `${prefix}${name}${field.type === "array" ? "[]" : ""}.`, comment)]
      : [row];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return linkTo(schema.$ref.replace("#/$defs/", ""));
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(" or ");
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) return variants.map(variantOf).join(" or ");
  switch (schema.type) {
    case "string":
      return schema.format === "lowercase" ? "id" : `text${rangeOf(schema.minLength, schema.maxLength, " characters")}`;
    case "integer":
      return `whole number${rangeOf(schema.minimum, schema.maximum, "")}`;
    case "array":
      return `list of ${typeOf(schema.items ?? {})}${rangeOf(schema.minItems, schema.maxItems, " of them")}`;
    case "object":
      return "object";
    default:
      return schema.type ?? "anything";
  }
}

/** One of several: an object is spelled out in place. */
function variantOf(schema: JsonSchema): string {
  if (schema.type !== "object") return typeOf(schema);
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => `${name}: ${typeOf(field)}`);
  return `{ ${fields.join(", ")} }`;
}

function linkTo(title: string): string {
  return `[${title}](#${title.toLowerCase()})`;
}

function rangeOf(from: number | undefined, to: number | undefined, unit: string): string {
  const least = from === undefined || Math.abs(from) === Number.MAX_SAFE_INTEGER ? undefined : from;
  const most = to === Number.MAX_SAFE_INTEGER ? undefined : to;
  if (least === undefined && most === undefined) return "";
  if (most === undefined) return `, at least ${least}${unit}`;
  return least === undefined ? `, at most ${most}${unit}` : `, ${least} to ${most}${unit}`;
}
