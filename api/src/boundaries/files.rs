//! From a path to layers: which files there are, and how much of them is read.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::{BadBoundaries, BadFile, Layer, Wrong, collection::Collection};

/// Bytes of the longest file.
const LONGEST: u64 = 16 * MEGABYTE;
/// Bytes of all files together. They stay in memory.
const TOGETHER: u64 = 64 * MEGABYTE;
const MEGABYTE: u64 = 1 << 20;
/// The most files.
const MOST: usize = 20;

const SIMPLER: &str = "fewer or simpler boundaries, such as the ultra generalised ones that the \
     Office for National Statistics publishes";

/// The layers of a file, or of every `*.geojson` of a folder, by name.
///
/// # Errors
///
/// When a file cannot be read or holds something else; all such files are named.
pub fn read(path: &Path) -> Result<Vec<Layer>, BadBoundaries> {
    let bad = |path: &Path, wrong| BadFile {
        path: path.to_owned(),
        wrong,
    };
    let files = list(path).map_err(|wrong| BadBoundaries(vec![bad(path, wrong)]))?;
    let (mut layers, mut faults) = (Vec::<Layer>::new(), Vec::new());
    let mut left = TOGETHER;
    for file in files {
        match layer(&file, &mut left) {
            Ok(layer) if layers.iter().any(|other| other.name == layer.name) => {
                let wrong = format!("there is another file with the name {:?}", layer.name);
                let right = "names that differ in more than how they end";
                faults.push(bad(&file, Wrong::new(wrong, right)));
            }
            Ok(layer) => layers.push(layer),
            Err(wrong) => faults.push(bad(&file, wrong)),
        }
    }
    if !faults.is_empty() {
        return Err(BadBoundaries(faults));
    }
    layers.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(layers)
}

fn list(path: &Path) -> Result<Vec<PathBuf>, Wrong> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default();
        if ending.eq_ignore_ascii_case("geojson") && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    match files.len() {
        0 => Err(Wrong::new(
            "the folder has no file that ends in .geojson",
            "a GeoJSON file, or a folder with files *.geojson",
        )),
        1..=MOST => Ok(files),
        count => Err(Wrong::new(
            format!("the folder has {count} files"),
            format!("at most {MOST}"),
        )),
    }
}

fn layer(path: &Path, left: &mut u64) -> Result<Layer, Wrong> {
    let name = name(path)?;
    let text = text(path, left)?;
    let collection = Collection::parse(&text)?;
    let coded = collection.coded()?;
    Ok(Layer {
        name,
        property: coded.property,
        codes: coded.codes,
        geojson: coded.geojson,
    })
}

/// The name of a file is a part of an address, and is shown to people.
fn name(path: &Path) -> Result<String, Wrong> {
    let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if name.is_empty() || name.len() > 80 || !name.bytes().all(is_plain) {
        return Err(Wrong::new(
            "its name cannot be a part of an address",
            "a name of at most 80 letters a to z, digits, - and _, such as icb24.geojson",
        ));
    }
    Ok(name.to_owned())
}

fn text(path: &Path, left: &mut u64) -> Result<String, Wrong> {
    let most = LONGEST.min(*left);
    let mut bytes = Vec::new();
    // One byte more than allowed tells that there are more.
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > most {
        let wrong = if most < LONGEST {
            format!("with it the files are longer than {TOGETHER} bytes together")
        } else {
            format!("it is longer than {LONGEST} bytes")
        };
        return Err(Wrong::new(wrong, SIMPLER));
    }
    *left -= length;
    String::from_utf8(bytes).map_err(|_| Wrong::new("it is not UTF-8", "GeoJSON in UTF-8"))
}

fn unreadable(error: io::Error) -> Wrong {
    Wrong::new(
        format!("it cannot be read: {error}"),
        "a file that this server may read",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"code": "E54000029"}, "geometry": {"type": "Polygon",
        "coordinates": [[[0, 51], [0.5, 51], [0.5, 51.5], [0, 51]]]}}]}"#;

    /// A folder of these files.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn told(files: &[(&str, &str)]) -> String {
        let folder = folder(files);
        read(folder.path()).unwrap_err().to_string()
    }

    #[test]
    fn a_folder_is_its_geojson_files_by_name() {
        let folder = folder(&[
            ("lad24.geojson", ONE),
            ("icb24.GeoJSON", ONE),
            ("lad24.topo.json", "no GeoJSON"),
            ("README", ""),
        ]);
        let names = |path: &Path| -> Vec<String> {
            let layers = read(path).unwrap();
            layers.into_iter().map(|layer| layer.name).collect()
        };
        assert_eq!(names(folder.path()), ["icb24", "lad24"]);
        assert_eq!(names(&folder.path().join("lad24.geojson")), ["lad24"]);
    }

    #[test]
    fn every_file_that_is_wrong_is_named_with_its_remedy() {
        let told = told(&[
            ("a.geojson", "{}"),
            ("b.geojson", ONE),
            ("c d.geojson", ONE),
        ]);
        let lines: Vec<_> = told.lines().collect();
        assert_eq!(lines.len(), 5, "{told}");
        assert!(lines[0].contains("dashboard.boundaries"), "{told}");
        assert!(lines[1].ends_with("a.geojson: it has no type"), "{told}");
        assert!(
            lines[2].starts_with("    right: a GeoJSON FeatureCollection"),
            "{told}"
        );
        assert!(
            lines[3].contains("c d.geojson: its name cannot be"),
            "{told}"
        );
    }

    #[test]
    fn what_is_missing_or_too_much_is_refused() {
        let folder = folder(&[("a.geojson", ONE)]);
        let missing = read(&folder.path().join("b.geojson"))
            .unwrap_err()
            .to_string();
        assert!(
            missing.contains("b.geojson: it cannot be read: "),
            "{missing}"
        );
        assert!(told(&[("a.json", ONE)]).contains("no file that ends in .geojson"));
        assert!(told(&[("a.geojson", ONE), ("a.GEOJSON", ONE)]).contains("with the name \"a\""));
        let names: Vec<String> = (0..=MOST)
            .map(|number| format!("{number}.geojson"))
            .collect();
        let many: Vec<_> = names.iter().map(|name| (name.as_str(), ONE)).collect();
        assert!(told(&many).contains("has 21 files"), "{}", told(&many));

        let file = folder.path().join("a.geojson");
        let length = ONE.len() as u64;
        assert_eq!(text(&file, &mut { length }).unwrap(), ONE);
        let wrong = text(&file, &mut { length - 1 }).unwrap_err().wrong;
        assert!(
            wrong.contains("longer than 67108864 bytes together"),
            "{wrong}"
        );
        let sparse = File::create(&file).unwrap();
        sparse.set_len(LONGEST + 1).unwrap();
        let wrong = text(&file, &mut { TOGETHER }).unwrap_err().wrong;
        assert!(wrong.contains("longer than 16777216 bytes"), "{wrong}");
        fs::write(&file, [b'{', 0xff]).unwrap();
        assert!(read(&file).unwrap_err().to_string().contains("not UTF-8"));
    }
}
