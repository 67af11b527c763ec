# Installs the C libraries that the package is built with, where they are missing. To be sourced, not run.

# What CTECore and CTEStoreSQLite need, and what CTESpreadsheets needs beside.
core_headers="yaml.h:libyaml-dev sqlite3.h:libsqlite3-dev"
spreadsheet_headers="zip.h:libzip-dev expat.h:libexpat1-dev xlsxwriter.h:libxlsxwriter-dev freexl.h:libfreexl-dev"

# Prints the Debian packages whose headers can't be found.
missing_packages() {
  local pair header folder
  for pair in "$@"; do
    header=${pair%%:*}
    for folder in /usr/include /usr/local/include /opt/homebrew/include; do
      [ -e "$folder/$header" ] && continue 2
    done
    echo "${pair##*:}"
  done
}

# Installs what the whole package needs, or with 'core' what CTECore and CTEStoreSQLite need.
install_requirements() {
  local packages sudo="" headers="$core_headers $spreadsheet_headers"
  [ "${1:-}" = core ] && headers=$core_headers
  command -v swift > /dev/null || {
    echo "Swift is missing. Install the toolchain of Swift 6.2 or later from swift.org, then run this again." >&2
    exit 2
  }
  packages=$(missing_packages $headers)
  [ -z "$packages" ] && return
  command -v apt-get > /dev/null || {
    echo "Headers are missing (Debian has them in" $packages "), and there is no apt-get to install them with." >&2
    echo "Install them with your system's package manager, then run this again." >&2
    exit 2
  }
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || {
      echo "These packages are missing: $(echo $packages). Ask an administrator to install them." >&2
      exit 2
    }
    sudo=sudo
  fi
  echo "Installing" $packages "..."
  $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages > /dev/null || {
    echo "apt-get couldn't install" $packages "; see its words above." >&2
    exit 2
  }
}
