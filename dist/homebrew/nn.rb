# The release fills in the checksums: each word in @…@ is a platform's.
class Nn < Formula
  desc "Small language for neural networks that show their arithmetic"
  homepage "https://github.com/nnlang/nn"
  version "0.1.0"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/nnlang/nn/releases/download/v0.1.0/nn-0.1.0-macos-arm64.tar.gz"
      sha256 "@macos-arm64@"
    end
    on_intel do
      url "https://github.com/nnlang/nn/releases/download/v0.1.0/nn-0.1.0-macos-x64.tar.gz"
      sha256 "@macos-x64@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/nnlang/nn/releases/download/v0.1.0/nn-0.1.0-linux-arm64.tar.gz"
      sha256 "@linux-arm64@"
    end
    on_intel do
      url "https://github.com/nnlang/nn/releases/download/v0.1.0/nn-0.1.0-linux-x64.tar.gz"
      sha256 "@linux-x64@"
    end
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/nn"
    man1.install_symlink libexec/"share/man/man1/nn.1"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/nn"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_nn"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/nn.fish"
  end

  test do
    assert_equal "y = 3\n", shell_output("#{bin}/nn -e 'let y = 1 + 2; show y'")
  end
end
