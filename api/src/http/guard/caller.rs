//! Whose request it is, as far as an address tells.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use actix_web::{
    HttpRequest,
    http::header::{FORWARDED, HeaderMap, X_FORWARDED_FOR},
};

use crate::config::network::Network;

/// The address at the other end; behind proxies that we trust, the last address that is none of
/// theirs.
pub fn of(request: &HttpRequest, proxies: &[Network]) -> IpAddr {
    let unknown = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let peer = request
        .peer_addr()
        .map_or(unknown, |peer| peer.ip().to_canonical());
    told(peer, request.headers(), proxies)
}

/// An address for counting: of IPv6 the first 64 bits, since one customer has all that follow.
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let bits = address.to_bits() & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from_bits(bits))
        }
        address => address,
    }
}

fn told(peer: IpAddr, headers: &HeaderMap, proxies: &[Network]) -> IpAddr {
    let is_proxy = |address| proxies.iter().any(|network| network.contains(address));
    if !is_proxy(peer) {
        return peer;
    }
    let chain = |hops: Vec<String>| {
        let mut last = peer;
        // Each proxy adds to the end, so that the end is what ours have written.
        for hop in hops.iter().rev() {
            match address(hop) {
                Some(address) => last = address,
                None => break,
            }
            if !is_proxy(last) {
                break;
            }
        }
        last
    };
    let by_old = chain(entries(headers, X_FORWARDED_FOR.as_str()));
    let by_new = chain(
        entries(headers, FORWARDED.as_str())
            .iter()
            .map(|hop| forwarded_for(hop))
            .collect(),
    );
    match (by_old, by_new) {
        (old, new) if new == peer || old == new => old,
        (old, new) if old == peer => new,
        // A proxy writes one of the two and passes on what the caller wrote into the other; we
        // cannot tell which, so that whoever does this shares the proxy's own account.
        _ => peer,
    }
}

fn entries(headers: &HeaderMap, name: &str) -> Vec<String> {
    headers
        .get_all(name)
        .flat_map(|value| value.to_str().unwrap_or("").split(','))
        .map(|entry| entry.trim().to_owned())
        .collect()
}

/// The value of `for` in `for=192.0.2.1;proto=https`.
fn forwarded_for(hop: &str) -> String {
    let mut pairs = hop
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, _)| name.eq_ignore_ascii_case("for"))
        .map_or_else(String::new, |(_, value)| value.trim_matches('"').to_owned())
}

/// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(text);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    let address = bare.parse().ok().or_else(with_port)?;
    Some(IpAddr::to_canonical(&address))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let proxies = ["10.0.0.0/8".parse().unwrap()];
        let (proxy, caller, other) = ("10.0.0.7", "192.0.2.1", "198.51.100.9");
        for (peer, old, new, expected) in [
            (caller, "198.51.100.9", "", caller),
            (proxy, "", "", proxy),
            (proxy, "198.51.100.9", "", other),
            (proxy, "192.0.2.1, 198.51.100.9:4711", "", other),
            (proxy, "198.51.100.9, 10.0.0.8", "", other),
            (proxy, "198.51.100.9, nonsense", "", proxy),
            (proxy, "[2001:db8::1]:80", "", "2001:db8::1"),
            (
                proxy,
                "",
                "for=192.0.2.1, proto=https;For=\"198.51.100.9\"",
                other,
            ),
            (proxy, "", "for=\"[2001:db8::1]\"", "2001:db8::1"),
            (proxy, "198.51.100.9", "for=198.51.100.9", other),
            (proxy, "198.51.100.9", "for=192.0.2.1", proxy),
        ] {
            let mut headers = HeaderMap::new();
            for (name, text) in [("x-forwarded-for", old), ("forwarded", new)] {
                if !text.is_empty() {
                    let name = HeaderName::from_static(name);
                    headers.append(name, HeaderValue::from_str(text).unwrap());
                }
            }
            let told = told(peer.parse().unwrap(), &headers, &proxies);
            assert_eq!(told.to_string(), expected, "{peer} {old:?} {new:?}");
        }
    }

    #[test]
    fn the_addresses_of_one_customer_are_one() {
        let of = |text: &str| neighbourhood(text.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
