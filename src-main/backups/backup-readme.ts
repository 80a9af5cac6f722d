/** README.txt of every backup, for whoever opens it without this program. */
export const BACKUP_README = `破零倍增县区工作台 备份
========================

这是什么
  本单位台账在 backup.json 所写时刻的完整备份，可在“破零倍增县区工作台”的“备份”页恢复。
  内含企业联系方式和经营数据，请按内部资料保管，不得外传。

里面有什么（用任何解压软件和文本编辑器都能看）
  backup.json   本备份的说明：单位、时间、修改次数、各类记录条数、每个文件的 SHA-256。
                条数是写入过的记录数：作废的也算，合并的两条各算一条，所以可能比页面上看到的多
  journal/      台账日志。UTF-8 文本，一行一个 JSON，按文件名和行的先后排列
  outbox/       发件箱：已签名的报送文件，原样保存
  keys/         密钥文件：用各自的口令加密，没有口令打不开

日志怎么读
  每个文件的第一行是文件头（"kind":"header"）。其后每次修改占一行（"kind":"edit"），
  或分成 begin、若干 chunk、end 几行（内容多时）。edit 里：at 时间，by 操作人，title 做了什么，
  ops 改了哪条记录（record、id）的哪些字段（set），retracts 撤销了哪些修改。
  字段的现值是没有被撤销、也没有被后来的修改替换的那一次写入。
  清除过个人信息的：被改过的那一行带 "original"（清除前那次修改的 SHA-256），下一次修改的 prev 指的是它，不是现在
  这一行的；文件头带 "compacts"，写明由哪一个台账日志清除而来。"migration" 是写这一行时数据字典的编号。
  每行末尾的 "hash" = SHA-256( 上一行的 hash（64 个十六进制字符，第一个文件头之前为空）
  + 本行从头到 ,"hash": 之前的全部字节 )，用来证明没有缺行、没有改动。

如果文件是加密的
  加密的备份不是压缩包，是两行文本：第一行是 JSON 说明，第二行是密文（JWE）。解密步骤见下文英文第 4 节，
  或程序附带的 docs/backup-format.md（内有可直接运行的 Python 示例）。

------------------------------------------------------------------------------

BACKUP OF THE COUNTY DESK "破零倍增县区工作台"

1. What this is
   The whole ledger of one office at the time named in backup.json. Restore it with the program, or read it
   with any unzip tool and a text editor. It holds phone numbers and revenue of firms: keep it private.

2. Contents
   backup.json  format "pbz-backup-1": unit, time, number of edits (head.count), hash of the last line
                (head.hash), records by type, and bytes and SHA-256 of every other file. "counts" are records
                ever written: voided ones too, and both of two that were joined
   journal/     JSON Lines in UTF-8, files in order of name, lines in order: the only source of truth
   outbox/      signed report files as they were sent (docs/bundle-format.md)
   keys/        private keys, each encrypted under its own passphrase (JWE)

3. Reading the journal
   Each file begins with a header line ("kind":"header"; "after" says after how many bytes and which hash of the
   file before it this one goes on). Then one line per edit ("kind":"edit"), or for a large one the lines
   begin, chunk ..., end; the operations of all chunks together are the edit's "ops".
   Every line ends with ,"hash":"<64 hex>"} where
     hash = SHA-256( hash of the line before, as 64 hex characters (nothing before the very first line)
                     + the bytes of this line before ,"hash": )
   The first line of a later file follows the hash in its "after".
   A header or a line may carry "migration": the number of the data dictionary it was written under (a line's own
   stands above its file's). After personal fields were taken out (清除个人信息) the journal is a new chain: its header
   carries "compacts" {journal, head}, the journal it was made from, and a line that was changed carries "original", the
   SHA-256 of the edit's text before. The next edit's prev means "original" then, not the text that is there now.
   An edit: id {station, n}; prev (SHA-256 of the text of that station's edit before, or null); seen {station: n} what its author knew;
   at, by, why, title; and either ops [{record, id, set: {field: value}}] or retracts [edit ids].
   An edit is live unless a live edit retracts it. A field's value is the live write that no other live write to it
   has seen; two such writes are a conflict. {"record", "same": [a, b]} joins two records.

4. Decrypting
   An encrypted backup is two lines of text. Line 1: a JSON header with "wraps". Line 2: a JWE in compact form,
   alg "dir", enc "A256GCM": five base64url parts separated by dots (header, empty, 12-byte IV, ciphertext, tag).
   a) Take the wrap whose "who" is "office" (or "reviewer").
   b) k = scrypt(passphrase in UTF-8 after Unicode NFKC, salt = base64url-decoded "salt", N=131072, r=8, p=1, 32 bytes)
   c) K = AES-256-GCM decrypt of the wrap's "key" (a JWE of the same form) under k;
      the additional authenticated data is the ASCII text of the first part.
   d) The zip = AES-256-GCM decrypt of line 2 under K, additional data likewise its first part. That part decodes to
      JSON whose "header" is the SHA-256 (hex) of line 1 with its newline.
   Instead of a) to c), K can be typed from the office's recovery sheet (恢复单): 16 groups of 6 digits; the first five
   digits of each are 16 bits of K as a decimal number (big-endian, in order), the sixth is a check digit.
`
