# SPDX-License-Identifier: Apache-2.0
# guifan_add_plugin(NAME SOURCES... [LIBRARIES ...] [ENGINE name]): one loadable module, built against the plugin SDK
# (core/include/guifan/plugin.h) and nothing else of guifan. ENGINE: the module that it loads late.
function(guifan_add_plugin NAME)
  cmake_parse_arguments(ARG "" "ENGINE" "SOURCES;LIBRARIES" ${ARGN})
  if(ARG_ENGINE)
    list(APPEND ARG_SOURCES ${PROJECT_SOURCE_DIR}/plugins/engines/load_engine.cpp)
    list(APPEND ARG_LIBRARIES ${CMAKE_DL_LIBS})
  endif()
  add_library(guifan_plugin_${NAME} MODULE ${ARG_SOURCES})
  target_include_directories(guifan_plugin_${NAME} PRIVATE ${PROJECT_SOURCE_DIR}/core/include)
  target_link_libraries(guifan_plugin_${NAME} PRIVATE guifan_warnings ${ARG_LIBRARIES})
  # The plugins that come with guifan carry its version.
  target_compile_definitions(guifan_plugin_${NAME} PRIVATE GUIFAN_VERSION="${PROJECT_VERSION}")
  set_target_properties(guifan_plugin_${NAME} PROPERTIES
    PREFIX "" OUTPUT_NAME "guifan-${NAME}"
    LIBRARY_OUTPUT_DIRECTORY "${GUIFAN_PLUGIN_OUTPUT_DIRECTORY}")
  install(TARGETS guifan_plugin_${NAME} DESTINATION ${CMAKE_INSTALL_LIBDIR}/guifan/plugins)
  set_property(GLOBAL APPEND PROPERTY GUIFAN_PLUGIN_TARGETS guifan_plugin_${NAME})
  if(ARG_ENGINE)
    target_include_directories(guifan_plugin_${NAME} PRIVATE ${PROJECT_SOURCE_DIR}/plugins)
    add_dependencies(guifan_plugin_${NAME} guifan_${ARG_ENGINE})
  endif()
endfunction()

# guifan_add_engine(NAME SOURCES... [LIBRARIES ...]): what a plugin loads for its first file, see plugins/engines. The target
# is guifan_NAME.
function(guifan_add_engine NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_library(guifan_${NAME} MODULE ${ARG_SOURCES})
  target_include_directories(guifan_${NAME} PRIVATE ${PROJECT_SOURCE_DIR}/core/include ${PROJECT_SOURCE_DIR}/plugins)
  target_link_libraries(guifan_${NAME} PRIVATE guifan_warnings ${ARG_LIBRARIES})
  set_target_properties(guifan_${NAME} PROPERTIES
    PREFIX "" OUTPUT_NAME "guifan-${NAME}"
    LIBRARY_OUTPUT_DIRECTORY "${GUIFAN_ENGINE_OUTPUT_DIRECTORY}")
  install(TARGETS guifan_${NAME} DESTINATION ${CMAKE_INSTALL_LIBDIR}/guifan/engines)
endfunction()
