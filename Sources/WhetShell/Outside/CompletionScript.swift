/// The completion of whet for a shell of the system: a few lines that ask the program itself.
enum CompletionScript: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// Where the shell looks for it, below a prefix such as `/usr/local`.
  var path: String {
    switch self {
    case .bash: "share/bash-completion/completions/whet"
    case .zsh: "share/zsh/site-functions/_whet"
    case .fish: "share/fish/vendor_completions.d/whet.fish"
    }
  }

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  /// Readline replaces only what stands behind the last of bash's word breaks, unless the word is quoted.
  private static let bashText = #"""
    # Completion of whet for bash; made by 'whet completion bash'.
    _whet() {
      local typed value summary head='' current=${COMP_WORDS[COMP_CWORD]} breaks=${COMP_WORDBREAKS//[[:space:]]/}
      COMPREPLY=()
      {
        IFS= read -r typed || return 0
        [[ $current == [\'\"]* ]] || head=${typed%"${typed##*["$breaks"]}"}
        while IFS=$'\t' read -r value summary; do
          [[ $value == */ || $value == *= ]] && compopt -o nospace 2>/dev/null
          value=${value#"$head"}
          [[ $current == [\'\"]* ]] || printf -v value %q "$value"
          COMPREPLY+=("${value/#\\~\//\~/}")
        done
      } < <(command "$1" complete --line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    }
    complete -o nosort -F _whet whet 2>/dev/null || complete -F _whet whet

    """#

  private static let zshText = #"""
    #compdef whet
    # Completion of whet for zsh; made by 'whet completion zsh'.
    _whet() {
      local typed value summary line="${(j: :)words[1,CURRENT-1]} ${QIPREFIX}${PREFIX}"
      local -a plain plainTexts open openTexts
      {
        IFS= read -r typed || return 1
        while IFS=$'\t' read -r value summary; do
          if [[ $value == */ || $value == *= ]]; then
            open+=("$value"); openTexts+=("$value${summary:+  -- $summary}")
          else
            plain+=("$value"); plainTexts+=("$value${summary:+  -- $summary}")
          fi
        done
      } < <(command ${(Q)words[1]} complete --line "$line" 2>/dev/null)
      local -i found=1
      (( $#plain )) && compadd -V whet -l -d plainTexts -a plain && found=0
      (( $#open )) && compadd -V whet-open -l -S '' -d openTexts -a open && found=0
      return found
    }
    if [[ $funcstack[1] == _whet ]]; then _whet "$@"; else compdef _whet whet; fi

    """#

  private static let fishText = #"""
    # Completion of whet for fish; made by 'whet completion fish'.
    function __whet_complete
        set -l line (commandline -cp)
        command whet complete --line "$line" 2>/dev/null | tail -n +2
    end
    complete -c whet -e
    complete -c whet -f -k -a '(__whet_complete)'

    """#
}
