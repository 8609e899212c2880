import { grammar, parts, type Rule } from "../grammar.ts";

const { slashes, double, single, character, backTicks, tripleDouble, number, word, at, blanks } = parts;
const preprocessor: Rule = ["keyword", /^[ \t]{0,40}#[ \t]{0,8}[a-z]+/u];
const common: readonly Rule[] = [blanks, slashes, double, character, number, word, at];

const ofC = `auto break case char const continue default do double else enum extern float for goto if inline int long
  register return short signed sizeof static struct switch typedef union unsigned void volatile while NULL true false
  bool size_t`;
const ofJava = `abstract assert boolean break byte case catch char class const continue default do double else enum
  extends final finally float for if implements import instanceof int interface long native new null package permits
  private protected public record return sealed short static strictfp super switch synchronized this throw throws
  transient true false try var void volatile while yield`;
const ofScript = `abstract any as asserts async await boolean break case catch class const continue debugger declare
  default delete do else enum export extends false finally for from function get if implements import in infer
  instanceof interface is keyof let namespace never new null number object of private protected public readonly return
  satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var
  void while with yield`;

export const c = grammar([preprocessor, ...common], { keywords: ofC });
export const cpp = grammar([preprocessor, ...common], {
  keywords: `${ofC} and catch class co_await co_return co_yield concept consteval constexpr decltype delete dynamic_cast
    explicit export final friend mutable namespace new noexcept not nullptr operator or override private protected
    public requires static_assert static_cast template this throw try typename using virtual`,
  hasTypes: true,
});
export const csharp = grammar([preprocessor, ["string", /[@$]{1,2}"[^"]*"?/u], ...common], {
  keywords: `abstract as async await base bool break byte case catch char checked class const continue decimal default
    delegate do double else enum event explicit extern false finally fixed float for foreach get goto if implicit in
    init int interface internal is lock long namespace new not null object operator or out override params private
    protected public readonly record ref required return sbyte sealed set short sizeof static string struct switch this
    throw true try typeof uint ulong unsafe ushort using var virtual void volatile when where while with yield`,
  hasTypes: true,
});
export const go = grammar([backTicks, ...common], {
  keywords: `any bool break byte case chan const continue default defer else error fallthrough false float32 float64 for
    func go goto if import int int8 int16 int32 int64 interface iota map nil package range return rune select string
    struct switch true type uint uint8 uint16 uint32 uint64 uintptr var`,
  hasTypes: true,
});
export const java = grammar([tripleDouble, ...common], { keywords: ofJava, hasTypes: true });
export const kotlin = grammar([tripleDouble, ...common], {
  keywords: `abstract as break by catch class companion const constructor continue crossinline data do else enum false
    final finally for fun get if import in infix init inline interface internal is it lateinit null object open operator
    out override package private protected public reified return sealed set super suspend tailrec this throw true try
    typealias val var vararg when where while`,
  hasTypes: true,
});
export const rust = grammar([["name", /'[\p{L}_]\w{0,40}(?!')|#!?\[[^\]\n]{0,200}\]?/u], ...common], {
  keywords: `Self as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i128 i16
    i32 i64 i8 if impl in isize let loop match mod move mut pub ref return self static str struct super trait true type
    u128 u16 u32 u64 u8 unsafe use usize where while`,
  hasTypes: true,
});
export const swift = grammar([tripleDouble, ["keyword", /#[a-z]+/u], ...common], {
  keywords: `Any Self actor as associatedtype async await break case catch class continue default defer deinit do else
    enum extension false fileprivate final for func get guard if import in indirect init inout internal is lazy let
    mutating nil nonisolated open operator override private protocol public repeat required rethrows return self set
    some static struct subscript super switch throw throws true try typealias unowned var weak where while`,
  hasTypes: true,
});
export const script = grammar([blanks, slashes, double, single, backTicks, number, word, at], {
  keywords: ofScript,
  hasTypes: true,
});
