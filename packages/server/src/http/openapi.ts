import { errorSchema, type RequestDefinition, requests } from "@parley/contract";
import { z } from "zod";

/** The OpenAPI 3.1 document of every request, from the same schemas that check them. */
export function openApi(version: string): object {
  const paths = Object.fromEntries(
    Object.entries(requests as Record<string, RequestDefinition>)
      .filter(([, definition]) => definition.kind !== "signal")
      .map(([name, definition]) => [`/api/${name.replace(":", "/")}`, { post: operation(name, definition) }]),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Parley", version },
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
    paths,
  };
}

function operation(name: string, definition: RequestDefinition): object {
  const failed = z.strictObject({ ok: z.literal(false), error: errorSchema });
  return {
    operationId: name,
    summary: definition.summary,
    ...(definition.caller === "person" && { security: [{ bearer: [] }] }),
    requestBody: {
      required: true,
      content: json(z.toJSONSchema(definition.input, { io: "input", unrepresentable: "any" })),
    },
    responses: {
      200: {
        description: "Done.",
        content: json({
          type: "object",
          properties: { ok: { const: true }, data: z.toJSONSchema(definition.output, { unrepresentable: "any" }) },
        }),
      },
      default: { description: "Refused.", content: json(z.toJSONSchema(failed)) },
    },
  };
}

function json(schema: object): object {
  return { "application/json": { schema } };
}
