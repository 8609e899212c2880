import { newId, requestNames, requests } from "@parley/contract";
import { z } from "zod";
import { pick } from "../rig/random.ts";
import { hostileValue } from "./values.ts";

/** Ids that exist, by the name of the field that wants them; others are made up. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

export interface Generator {
  /** A request's name and an input for it: mostly well-formed, with none, some or all of it turned hostile. */
  next(): { name: string; input: unknown };
}

type Schema = z.core.JSONSchema.BaseSchema;

/** Inputs from the contract's own schemas: whatever field is added there is attacked here. */
export function inputGenerator(random: () => number, ids: KnownIds): Generator {
  const schemas = requestNames.map((name) => ({
    name,
    schema: z.toJSONSchema(requests[name].input, { io: "input", unrepresentable: "any" }) as Schema,
  }));
  return {
    next: () => {
      const chosen = schemas[pick(random, schemas.length)];
      if (chosen === undefined) throw new Error("The contract has no requests.");
      if (random() < 0.06) return { name: chosen.name, input: hostileValue(random) };
      const rate = random() < 0.25 ? 0 : random() * 0.6;
      return { name: chosen.name, input: fitting(chosen.schema, { random, ids, rate, field: "" }) };
    },
  };
}

interface Making {
  readonly random: () => number;
  readonly ids: KnownIds;
  /** Chance of each value to be hostile. */
  readonly rate: number;
  readonly field: string;
}

/** A value that fits the schema, but for what the dice turn hostile. */
function fitting(schema: Schema, making: Making): unknown {
  const { random, rate } = making;
  if (making.field !== "" && random() < rate) return hostileValue(random);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fitting((options[pick(random, options.length)] ?? {}) as Schema, making);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[pick(random, schema.enum.length)];
  if (schema.type === "object") return objectOf(schema, making);
  if (schema.type === "array") {
    const count = Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, pick(random, 3)));
    return Array.from({ length: count }, () => fitting((schema.items ?? {}) as Schema, making));
  }
  if (schema.type === "string") return stringOf(schema, making);
  if (schema.type === "integer" || schema.type === "number") {
    const low = schema.minimum ?? 0;
    return low + pick(random, Math.min((schema.maximum ?? 100) - low, 100) + 1);
  }
  if (schema.type === "boolean") return random() < 0.5;
  return null;
}

function objectOf(schema: Schema, making: Making): unknown {
  const made: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(schema.properties ?? {})) {
    const isNeeded = schema.required?.includes(field) === true;
    if (!isNeeded && making.random() < 0.5) continue;
    if (isNeeded && making.random() < making.rate / 4) continue;
    made[field] = fitting(part as Schema, { ...making, field });
  }
  if (making.random() < making.rate / 4) made.role = "owner";
  if (making.random() < making.rate / 4)
    Object.defineProperty(made, "__proto__", { value: { isAdmin: true }, enumerable: true });
  return made;
}

function stringOf(schema: Schema, { random, ids, field }: Making): string {
  const isId = schema.format === "uuid" || schema.pattern?.includes("0-9a-f") === true;
  if (isId) {
    const known = ids.get(field) ?? ids.get(field.replace(/s$/, "")) ?? [];
    return known.length > 0 && random() < 0.8 ? (known[pick(random, known.length)] ?? "") : newId(Date.now());
  }
  const known = ids.get(field);
  if (known && random() < 0.5) return known[pick(random, known.length)] ?? "";
  const least = schema.minLength ?? 0;
  return `text ${pick(random, 1_000)}`.padEnd(least, "x").slice(0, schema.maxLength ?? 100);
}
