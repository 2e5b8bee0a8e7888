//! Which of two types an answer is given in.

use actix_web::http::header::{ACCEPT, HeaderMap};

/// The type of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether there is an answer.
    Response,
    /// `application/json`, the older one: 200 for whatever GraphQL could say.
    Json,
}

impl Media {
    /// The value of `Content-Type`.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Response => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    const fn subtype(self) -> &'static str {
        match self {
            Self::Response => "graphql-response+json",
            Self::Json => "json",
        }
    }
}

/// What the caller accepts best; `None` if neither. Who does not say, or says anything will do,
/// gets `application/json`, as the specification has it for older clients.
pub fn negotiate(headers: &HeaderMap) -> Option<Media> {
    let ranges: Vec<Range> = headers
        .get_all(ACCEPT)
        .flat_map(|value| value.to_str().unwrap_or("").split(','))
        .filter_map(Range::parse)
        .collect();
    if ranges.is_empty() {
        // An unreadable header is a wish that we cannot grant, a missing one is no wish.
        return (!headers.contains_key(ACCEPT)).then_some(Media::Json);
    }
    let response = wish(&ranges, Media::Response);
    let json = wish(&ranges, Media::Json);
    match (response, json) {
        ((0, _), (0, _)) => None,
        // Named outright and liked as well as the other, or liked better.
        ((ours, 2), (theirs, _)) if ours >= theirs => Some(Media::Response),
        ((ours, _), (theirs, _)) if ours > theirs => Some(Media::Response),
        _ => Some(Media::Json),
    }
}

/// One entry of the header. Its quality is in thousandths.
struct Range {
    kind: String,
    subtype: String,
    quality: u16,
}

impl Range {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (kind, subtype) = parts.next()?.split_once('/')?;
        let mut quality = 1000;
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let value = value.trim().trim_matches('"');
            match name.trim().to_ascii_lowercase().as_str() {
                "q" => quality = thousandths(value)?,
                // We write UTF-8 only.
                "charset" if !value.eq_ignore_ascii_case("utf-8") => return None,
                _ => {}
            }
        }
        let (kind, subtype) = (
            kind.trim().to_ascii_lowercase(),
            subtype.trim().to_ascii_lowercase(),
        );
        Some(Self {
            kind,
            subtype,
            quality,
        })
    }

    /// How closely it names a type: 2 outright, 1 by `application/*`, 0 by `*/*`.
    fn closeness(&self, media: Media) -> Option<u8> {
        match (self.kind.as_str(), self.subtype.as_str()) {
            ("application", subtype) if subtype == media.subtype() => Some(2),
            ("application", "*") => Some(1),
            ("*", "*") => Some(0),
            _ => None,
        }
    }
}

fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_short = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        _ if !is_short => None,
        "1" => Some(1000),
        "0" => format!("{fraction:0<3}").parse().ok(),
        _ => None,
    }
}

/// Quality and closeness of the entry that names a type most closely.
fn wish(ranges: &[Range], media: Media) -> (u16, u8) {
    let named = ranges
        .iter()
        .filter_map(|range| Some((range.closeness(media)?, range.quality)));
    named
        .max()
        .map_or((0, 0), |(closeness, quality)| (quality, closeness))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn the_best_accepted_type_is_chosen() {
        let (ours, theirs) = ("application/graphql-response+json", "application/json");
        for (accept, expected) in [
            (ours.to_owned(), Some(Media::Response)),
            (theirs.to_owned(), Some(Media::Json)),
            ("*/*".to_owned(), Some(Media::Json)),
            ("application/*".to_owned(), Some(Media::Json)),
            (format!("{theirs}, {ours}"), Some(Media::Response)),
            (format!("{ours}, {theirs};q=0.9"), Some(Media::Response)),
            (format!("{ours};q=0.5, {theirs}"), Some(Media::Json)),
            (format!("{ours};q=0.5, */*;q=0.1"), Some(Media::Response)),
            (format!("{theirs};q=0, */*"), Some(Media::Response)),
            (
                "Application/JSON; charset=\"UTF-8\"".to_owned(),
                Some(Media::Json),
            ),
            (format!("{theirs}; charset=latin1"), None),
            (
                "text/html,application/xhtml+xml,*/*;q=0.8".to_owned(),
                Some(Media::Json),
            ),
            ("text/html".to_owned(), None),
            ("*/*;q=0".to_owned(), None),
            ("nonsense".to_owned(), None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT, HeaderValue::from_str(&accept).unwrap());
            assert_eq!(negotiate(&headers), expected, "{accept}");
        }
        assert_eq!(negotiate(&HeaderMap::new()), Some(Media::Json));
    }
}
