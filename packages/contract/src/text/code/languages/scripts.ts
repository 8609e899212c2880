import { grammar, parts } from "../grammar.ts";

const {
  slashes,
  hash,
  dashes,
  double,
  single,
  backTicks,
  tripleDouble,
  tripleSingle,
  number,
  word,
  at,
  dollar,
  blanks,
} = parts;

export const python = grammar([blanks, hash, tripleDouble, tripleSingle, double, single, number, word, at], {
  keywords: `False None True and as assert async await break case class continue def del elif else except finally for
    from global if import in is lambda match nonlocal not or pass raise return self try while with yield`,
  hasTypes: true,
});
export const ruby = grammar(
  [
    blanks,
    ["comment", /^=begin\b[\s\S]*?(?:^=end\b|(?![\s\S]))/u],
    hash,
    double,
    single,
    ["name", /:[\p{L}_]\w{0,80}|@{1,2}\w{1,80}/u],
    number,
    word,
  ],
  {
    keywords: `alias and attr_accessor attr_reader begin break case class def defined do else elsif end ensure extend
      false for if in include module next nil not or private protected public raise redo require require_relative
      rescue retry return self super then true undef unless until when while yield`,
    hasTypes: true,
  },
);
export const php = grammar(
  [["keyword", /<\?(?:php|=)?|\?>/u], blanks, slashes, hash, double, single, dollar, number, word],
  {
    keywords: `abstract and array as bool break callable case catch class clone const continue declare default do echo
      else elseif enum extends false final finally float fn for foreach function global if implements include
      include_once instanceof int interface isset list match mixed namespace never new null or parent print private
      protected public readonly require require_once return self static string switch this throw trait true try unset
      use var void while xor yield`,
    hasTypes: true,
  },
);
export const lua = grammar(
  [
    blanks,
    ["comment", /--\[\[[\s\S]*?(?:\]\]|(?![\s\S]))/u],
    dashes,
    ["string", /\[\[[\s\S]*?(?:\]\]|(?![\s\S]))/u],
    double,
    single,
    number,
    word,
  ],
  {
    keywords: `and break do else elseif end false for function goto if in local nil not or repeat require return self
      then true until while`,
  },
);
export const bash = grammar(
  [
    blanks,
    ["comment", /(?<![^\s;])#[^\n]*/u],
    ["string", /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|'[^']*'?/u],
    dollar,
    ["name", /\$[@#?*!$-]/u],
    // A word of the command line is one: `out-file.txt` holds no keyword.
    ["type", /(?<!\S)--?[\p{L}][\p{L}\p{N}-]*/u],
    number,
    ["word", /[\p{L}_][\p{L}\p{N}_./-]*/u],
  ],
  {
    keywords: `alias apt apt-get awk break case cat cd chmod chown continue cp curl do docker done echo elif else esac
      eval exec exit export false fi find for function git grep if in kill let local ls make mkdir mv node npm npx
      printf pwd read readonly return rm sed set shift source ssh sudo systemctl tar test then touch trap true unset
      until while`,
  },
);
export const dockerfile = grammar([blanks, ["comment", /^[ \t]{0,40}#[^\n]*/u], double, single, dollar, number, word], {
  keywords: `ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL
    USER VOLUME WORKDIR`,
});
export const sql = grammar(
  [blanks, dashes, slashes, ["string", /'[^']*'?/u], ["name", /"[^"\n]*"?/u], backTicks, dollar, number, word],
  {
    keywords: `add all alter analyze and any as asc begin between bigint bool boolean by cascade case cast char check
      coalesce column commit constraint count create cross current_date current_timestamp database date default delete
      desc distinct drop else end exists explain false fetch foreign from full function grant group having if ilike in
      index inner insert int integer intersect interval into is join json jsonb key left like limit not null numeric
      offset on or order outer over partition primary real references returning revoke right rollback row select serial
      set smallint sum table text then time timestamp to transaction trigger true truncate union unique update using
      uuid values varchar view when where window with`,
    isCaseless: true,
  },
);
