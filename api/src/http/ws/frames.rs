//! Frames put together to messages. Ours, because a message in pieces of one byte each is to take
//! no more memory than one in one piece.

use actix_web::web::Bytes;
use actix_ws::{Item, Message, MessageStream, ProtocolError};

use super::close::Close;

/// Something that came.
#[derive(Debug)]
pub enum Came {
    /// A message.
    Text(String),
    /// A question whether we are there.
    Ping(Bytes),
    /// Something that needs no answer.
    Sign,
}

/// What comes.
pub struct Frames {
    stream: MessageStream,
    pieces: Vec<u8>,
    most: usize,
}

impl Frames {
    /// Messages of so many bytes at most.
    pub fn new(stream: MessageStream, most: usize) -> Self {
        Self {
            stream: stream.max_frame_size(most),
            pieces: Vec::new(),
            most,
        }
    }

    /// What comes next. Nothing is lost when it is not waited for to the end.
    ///
    /// # Errors
    ///
    /// How to close the socket; `None` when the other end has closed it.
    pub async fn next(&mut self) -> Result<Came, Option<Close>> {
        loop {
            let message = match self.stream.recv().await {
                Some(Ok(message)) => message,
                Some(Err(ProtocolError::Overflow)) => return Err(Some(Close::TooBig)),
                // The connection broke, or what came is not UTF-8.
                Some(Err(_)) => return Err(Some(Close::BadMessage("A frame cannot be read"))),
                None => return Err(None),
            };
            let item = match message {
                Message::Text(text) => return Ok(Came::Text(text.into())),
                Message::Ping(payload) => return Ok(Came::Ping(payload)),
                Message::Pong(_) | Message::Nop => return Ok(Came::Sign),
                Message::Close(_) => return Err(None),
                Message::Binary(_) | Message::Continuation(Item::FirstBinary(_)) => {
                    return Err(Some(Close::BadMessage("A message is text, not binary")));
                }
                Message::Continuation(item) => item,
            };
            if let Some(text) = self.add(item)? {
                return Ok(Came::Text(text));
            }
        }
    }

    /// Adds a piece; gives the message if it was the last. That they come in order has been seen to.
    fn add(&mut self, item: Item) -> Result<Option<String>, Close> {
        let (piece, is_last) = match item {
            Item::FirstText(piece) | Item::FirstBinary(piece) | Item::Continue(piece) => {
                (piece, false)
            }
            Item::Last(piece) => (piece, true),
        };
        if self.pieces.len() + piece.len() > self.most {
            return Err(Close::TooBig);
        }
        self.pieces.extend_from_slice(&piece);
        if !is_last {
            return Ok(None);
        }
        String::from_utf8(std::mem::take(&mut self.pieces))
            .map(Some)
            .map_err(|_| Close::BadMessage("A message is not UTF-8"))
    }

    /// Ends when the connection has, or when it is of no use any more.
    pub async fn drain(mut self) {
        while let Some(Ok(_)) = self.stream.recv().await {}
    }
}
