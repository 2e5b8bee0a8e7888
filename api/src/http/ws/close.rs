//! Why a socket is closed by us: the codes of graphql-transport-ws, and two of WebSocket.

use actix_ws::{CloseCode, CloseReason};

/// Why a socket is closed by us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Close {
    /// The server stops.
    GoingAway,
    /// A message is longer than a request's body may be.
    TooBig,
    /// Something that is no message of the protocol.
    BadMessage(&'static str),
    /// `subscribe` before `connection_ack`.
    Unauthorized,
    /// The token does not hold, whatever is wrong with it.
    Forbidden,
    /// The token held until now.
    Expired,
    /// The protocol is not spoken here.
    NoProtocol,
    /// No `connection_init` in time.
    InitTimeout,
    /// An operation of this id runs.
    Duplicate(String),
    /// A second `connection_init`.
    SecondInit,
    /// The other end does not read what it asked for.
    TooSlow,
}

impl Close {
    /// The code that the other end is told.
    pub const fn code(&self) -> u16 {
        match self {
            Self::GoingAway => 1001,
            Self::TooSlow => 1008,
            Self::TooBig => 1009,
            Self::BadMessage(_) => 4400,
            Self::Unauthorized => 4401,
            Self::Forbidden | Self::Expired => 4403,
            Self::NoProtocol => 4406,
            Self::InitTimeout => 4408,
            Self::Duplicate(_) => 4409,
            Self::SecondInit => 4429,
        }
    }
}

impl From<Close> for CloseReason {
    fn from(close: Close) -> Self {
        let text = match &close {
            Close::GoingAway => "The server stops",
            Close::TooSlow => "Read faster, or ask for less",
            Close::TooBig => "The message is too long",
            Close::BadMessage(why) => why,
            Close::Unauthorized => "Unauthorized",
            Close::Forbidden => "Forbidden",
            Close::Expired => "Token expired",
            Close::NoProtocol => "Subprotocol not acceptable",
            Close::InitTimeout => "Connection initialisation timeout",
            Close::Duplicate(id) => {
                // A reason has 123 bytes.
                let id: String = id.chars().take(20).collect();
                let text = format!("Subscriber for {id} already exists");
                return (CloseCode::Other(close.code()), text).into();
            }
            Close::SecondInit => "Too many initialisation requests",
        };
        (CloseCode::from(close.code()), text).into()
    }
}
