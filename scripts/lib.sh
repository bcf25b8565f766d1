# Sourced by the set-up scripts (POSIX sh): messages, and system packages.

say() { printf '%s\n' "set-up: $*" >&2; }

# fail MESSAGE [LINE...]: the message, then indented lines to type or read; ends with status 3.
fail() {
    say "$1"
    shift
    for line in "$@"; do printf '    %s\n' "$line" >&2; done
    exit 3
}

# Prints what makes a command run as root: nothing, "sudo -n" or "sudo". Fails where this user
# may not, or where sudo would ask for a password and nobody is there to type it.
root_prefix() {
    if [ "$(id -u)" -eq 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null 2>&1 || return 1
    if sudo -n true 2>/dev/null; then
        echo "sudo -n"
    elif [ -t 0 ] && [ -t 2 ]; then
        echo "sudo"
    else
        return 1
    fi
}

# apt_install PACKAGE...: refreshes the package lists only when it fails without.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    prefix=$(root_prefix) || return 1
    apt="$prefix env DEBIAN_FRONTEND=noninteractive apt-get -qq -y"
    say "installing $*"
    # shellcheck disable=SC2086 # $apt is several words
    $apt install --no-install-recommends "$@" >/dev/null 2>&1 ||
        { $apt update && $apt install --no-install-recommends "$@" >/dev/null; }
}

# What people type here before the names of packages.
install_command() {
    for manager in apt-get dnf pacman zypper apk; do
        command -v "$manager" >/dev/null 2>&1 || continue
        case $manager in
            pacman) echo "sudo pacman -S" ;;
            apk) echo "sudo apk add" ;;
            *) echo "sudo $manager install" ;;
        esac
        return
    done
    echo "brew install"
}
