import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { nothingHash, signedHeaders } from "./aws-signature.ts";

/** The examples of the manual (Signature calculations for the Authorization header, single chunk). */
const key = { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1" };
const at = Date.parse("2013-05-24T00:00:00Z");

test("a request for a part of an object", () => {
  const url = new URL("https://examplebucket.s3.amazonaws.com/test.txt");
  const request = { method: "GET", url, headers: { range: "bytes=0-9" }, bodyHash: nothingHash, at };
  expect(signedHeaders(key, request).authorization).toBe(
    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request," +
      "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date," +
      "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  );
});

test("an object that is put, with a sign in its name", () => {
  const url = new URL("https://examplebucket.s3.amazonaws.com/test$file.text");
  const headers = { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" };
  const bodyHash = createHash("sha256").update("Welcome to Amazon S3.").digest("hex");
  expect(signedHeaders(key, { method: "PUT", url, headers, bodyHash, at }).authorization).toMatch(
    /Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd$/,
  );
});
