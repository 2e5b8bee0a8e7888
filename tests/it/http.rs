//! Over HTTP: what only a server shows.
