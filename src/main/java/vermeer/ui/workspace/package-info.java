/**
 * The ways to work in the window, one beside the other in the rail at the left edge: {@link
 * vermeer.ui.workspace.Workspace} is one of them, {@link vermeer.ui.workspace.WorkspaceRail} changes between them, {@link
 * vermeer.ui.workspace.WorkspaceDeck} shows the chosen one. They are listed in {@code vermeer.ui.shell.WorkspaceList}.
 */
package vermeer.ui.workspace;
