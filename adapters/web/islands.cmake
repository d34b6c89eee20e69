# The islands: TypeScript bundled by Vite into the build tree and embedded like every asset. npm and
# Vite run while the C++ compiles, and only when what they read has changed.
set(islands ${CMAKE_CURRENT_LIST_DIR}/islands)
set(islands_out ${CMAKE_CURRENT_BINARY_DIR}/web_islands)
set(islands_made islands.js island-editor.js island-grid.js island-shared.js)
list(TRANSFORM islands_made PREPEND ${islands_out}/)
file(GLOB_RECURSE islands_sources CONFIGURE_DEPENDS ${islands}/src/*.ts ${CMAKE_CURRENT_LIST_DIR}/client/*.ts)

add_custom_command(
  OUTPUT ${islands_out}/packages.stamp
  COMMAND sh ${islands}/packages.sh
  COMMAND ${CMAKE_COMMAND} -E touch ${islands_out}/packages.stamp
  DEPENDS ${islands}/package-lock.json ${islands}/packages.sh
  WORKING_DIRECTORY ${islands}
  COMMENT "npm packages of the islands" VERBATIM)
add_custom_command(
  OUTPUT ${islands_made}
  COMMAND node node_modules/vite/bin/vite.js build --outDir ${islands_out}
  COMMAND ${CMAKE_COMMAND} -E touch ${islands_made}
  DEPENDS ${islands_out}/packages.stamp ${islands}/vite.config.js ${islands_sources}
  WORKING_DIRECTORY ${islands}
  COMMENT "Islands" VERBATIM)
# A target of its own does not wait for the libraries that the pages are built on.
add_custom_target(web_islands DEPENDS ${islands_made})
