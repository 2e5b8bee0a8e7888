//! A look at a query's text before it is parsed: how many words, how deeply bracketed. The
//! parser is recursive, so that a deep text could overflow its stack.

use super::code::{Code, Refusal};

/// A query that asks 300 areas by name has 3,000 or so.
const MOST_TOKENS: usize = 10_000;
const DEEPEST: usize = 100;

/// Refuses what should not reach the parser.
pub fn check(query: &str) -> Result<(), Refusal> {
    let bytes = query.as_bytes();
    let (mut at, mut tokens, mut depth) = (0, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                at += 1;
                continue;
            }
            b'#' => {
                at = end_of(bytes, at, |byte| byte != b'\n' && byte != b'\r');
                continue;
            }
            b'"' => at = end_of_string(bytes, at),
            b'{' | b'(' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ if is_name(byte) => at = end_of(bytes, at, is_name),
            _ => at += 1,
        }
        tokens += 1;
        if tokens > MOST_TOKENS {
            let message = format!("The query has more than {MOST_TOKENS} words and signs.");
            return Err(Refusal::new(Code::QueryTooCostly, message));
        }
        if depth > DEEPEST {
            let message = format!("Brackets are nested more than {DEEPEST} deep.");
            return Err(Refusal::new(Code::QueryTooDeep, message));
        }
    }
    Ok(())
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

fn end_of(bytes: &[u8], from: usize, goes_on: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|&&byte| goes_on(byte)).count()
}

/// Past a string. One that is not closed ends where the parser will complain.
fn end_of_string(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let is_block = rest.starts_with(b"\"\"\"");
    let mut at = if is_block { 3 } else { 1 };
    loop {
        let left = rest.get(at..).unwrap_or_default();
        match left.first() {
            None => return from + at,
            Some(b'\\') if !is_block => at += 2,
            Some(b'\\') if left.starts_with(b"\\\"\"\"") => at += 4,
            Some(b'"') if !is_block => return from + at + 1,
            Some(b'"') if left.starts_with(b"\"\"\"") => return from + at + 3,
            Some(b'\n' | b'\r') if !is_block => return from + at,
            Some(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_comments_are_one_word_or_none() {
        for query in [
            "{a(b:\"[[[[\\\"{{\")}",
            "{a(b:\"\"\"[[\"[[\\\"\"\"[[\"\"\")}",
        ] {
            let deep = query.replace("[[", &"[".repeat(500));
            assert_eq!(check(&deep), Ok(()), "{query}");
        }
        assert_eq!(check(&format!("{{a}} # {}", "{".repeat(500))), Ok(()));
        assert_eq!(check(&format!("{{a}} # \"\n{}", "a ".repeat(500))), Ok(()));
    }

    #[test]
    fn too_deep_and_too_long_are_refused() {
        let code = |query: String| check(&query).map_err(|refusal| refusal.code);
        assert_eq!(code("{a".repeat(200)), Err(Code::QueryTooDeep));
        assert_eq!(
            code(format!("\"\n{}", "{".repeat(200))),
            Err(Code::QueryTooDeep)
        );
        assert_eq!(
            code("{a ".to_owned() + &"b ".repeat(20_000)),
            Err(Code::QueryTooCostly)
        );
        assert_eq!(code("{a ".to_owned() + &"b ".repeat(9_000)), Ok(()));
    }
}
