//! Which document a request asks: its own, or one that is known by its hash.

use super::{
    code::{Code, Refusal},
    params::Params,
};
use crate::{
    auth::{Role, Viewer},
    config::documents::{self, Documents, Public},
};

/// Takes the document out of the parameters, or finds it by its hash.
///
/// # Errors
///
/// When no document has the hash, when document and hash are not of each other, and when this
/// viewer may ask trusted documents only and this is none.
pub fn choose(params: &mut Params, known: &Documents, viewer: &Viewer) -> Result<String, Refusal> {
    let query = match (params.query.take(), params.hash.take()) {
        (None, None) => {
            let message = "There is no query; send it as the parameter query.";
            return Err(Refusal::new(Code::BadRequest, message));
        }
        // Whoever sends both has been told before that we do not know the hash.
        (Some(query), Some(hash)) if documents::hash(&query) != hash => {
            let message = "The hash is not that of the query.";
            return Err(Refusal::new(Code::BadRequest, message));
        }
        (Some(query), _) => query,
        (None, Some(hash)) => match known.find(&hash) {
            // It was found by its hash, so that it need not be hashed again.
            Some(query) => return Ok(query.to_owned()),
            None => {
                let message = "PersistedQueryNotFound: no document has this hash. Send the \
                     document itself.";
                return Err(Refusal::new(Code::PersistedQueryNotFound, message));
            }
        },
    };
    let is_bound = viewer.role == Role::Public && known.public == Public::Trusted;
    if is_bound && !known.trusts(&query) {
        let message = "Without a token only documents that this server knows may be asked.";
        return Err(Refusal::new(Code::DocumentNotTrusted, message));
    }
    Ok(query)
}
